/* microlora 0.1.0, MIT OR Apache-2.0 */
import{wasm as t}from"./small.scalar-wasm.js"
var e=t,r={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},s=4294967295,o="; the full edition, 'microlora', has more",i=/* @__PURE__ */new Map([["mse",0]]),n={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},a=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),h=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[h]:super[Symbol.hasInstance](e)}get[h](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function c(t,e,r){throw new LoraError(t,e,r)}var u={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${o}`}
function d(t,e){const s=Object.keys(r),[o]=s.filter(e=>r[e]===t)
c(o,`${e}: ${u[o]??o}`)}var l=t=>t.length>80?`${t.slice(0,79)}…`:t,p=t=>l(JSON.stringify(t))
function m(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function f(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=m(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${l(s)}?)`}var _=t=>Object.prototype.toString.call(t).slice(8,-1),g=t=>"string"==typeof t?p(t):l(Object(t)===t?_(t):String(t)),y=(t,e,r,s="LORA_E_TYPE")=>c(s,`${t} must be ${e}, got ${g(r)}`)
function b(t,e,r){const s=O(t,e)
s!==r&&c("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function w(t,e,r,s){const o=O(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&c("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers ({ batch: ${s} } when it was created), got ${o} numbers`)
return i}function O(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===_(e))||y(t,"a Float32Array",e)
return e.length}function A(t,e){"number"!=typeof e&&y(t,"a number",e)
Number.isFinite(Math.fround(e))||c("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function v(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&y(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&c(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function E(t,e){const r=A(t,e)
r<0&&c("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function R(t,e,r){const s=r.indexOf(e)
s<0&&c("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${g(e)}`+f(e,r)+o)
return s}function L(t,e,r){const s=[...r.keys()]
return r.get(s[R(t,e,s)])}function I(t,e){"boolean"!=typeof e&&y(t,"true or false",e)
return e}function S(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function j(t,e,r){S(e)||y(`${t}: the argument`,"an object of options",e)
const s={...r}
for(const[i,n]of Object.entries(e)){Object.hasOwn(r,i)||c("LORA_E_OPTION",`${t} has no option ${l(i)}${f(i,Object.keys(r))}; it has `+Object.keys(r).join(", ")+o)
void 0!==n&&(s[i]=n)}return s}var $,N=/* @__PURE__ */Symbol.for("microlora 0.1.0"),k=globalThis
function M(t){const e=t?.[N]
"function"==typeof e&&e()
const r=$
$=void 0
return r}var F=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,N,{value:e=>{void 0===e?$=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:M(t)??y("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return M(this)?.h??"Object"}toJSON(){return x(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=M(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.h} ${r(s.l(),e)}`}}
function P(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:x}=F,B=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),T=class extends F{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[B],configurable:!0})}free(){x(this).u()}[B](){this.free()}},C=[1,2,3,4,5],z=[[1,0,2,0,-1],[0,1,0,-2,1]],W=[[1,2,0,0,4],[0,2,4,0,-2]],D=[1,0,-1,2,.5],H=[2,3,1,4,10],J=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],G=/* @__PURE__ */new Map
function U(t,e){G.set(t,e)
return t}var q,Y,Q=4293918720,V="this is not the microlora.wasm of this release: take the one beside this script",K=(t=16777216)=>v("memory (bytes)",t,131072,Q),Z=class{h="Engine"
ia=G
g=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
5!==e.lora_version?.()&&c("LORA_E_MODULE",V)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.v()}}v(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&c("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.w()}w(){const t=this.b
this.g=this.o(t.lora_transfer(),t.lora_transfer_size())}},X=x,Engine=class extends F{constructor(t,e){const r=new Z(t)
r.G(e)
super(r)
this.simd=r.F
P(this)}get memory(){return X(this).E}get memoryUsage(){return X(this).v()}grow(t){X(this).G(v("grow: bytes",t,1,Q))}},tt=t=>function(t){const{b:e,g:r}=t,s=e.lora_create(5,5,z.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(C)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[z,W].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(H)
r.set(D)
e.lora_adapt(s,0,1,1)
const n=o(J)
e.lora_free(s)
return i&&n}(X(t)),et="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",rt=t=>"WebAssembly.Module"===_(t)
function st(t){const e=j("init",void 0===t||S(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&c("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:K(e.memory),simd:void 0===e.simd?void 0:I("simd",e.simd)}}function ot(){"object"!=typeof WebAssembly&&c("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function it(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&c("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&c("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||rt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":V:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
c("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function nt(t){if(rt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===_(t))(t))return t
c("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${_(t)}`)}async function at(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ht(t){const e=rt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function ct(t){if(void 0!==t.simd&&!1!==t.simd)return
const r=e()
return rt(r)||WebAssembly.validate(r)?r:void 0}var ut=(t,e)=>new Engine(t,K(e.memory))
function dt(t,e){const r=ut(t,e)
tt(r)||c("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&c("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function lt(t){ot()
let r
try{if(void 0!==t.module){r=await async function(t){let e=await t;/^(String|URL|Request)$/.test(_(e))&&(e=await fetch(e))
if("Response"===_(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||c("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return nt(e)}(t.module)
return dt(await at(r),t)}const s=ct(t)
if(void 0!==s){const e=ut(await at(s),t)
if(tt(e))return e}!0===t.simd&&c("LORA_E_SIMD",et)
const o=await(async()=>e())().catch(t=>c("LORA_E_SIMD",et,t)),i=ut(await at(o),t)
tt(i)||c("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(e){return it(e,t,r)}}function pt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&c("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}function mt(t){void 0===q&&function(t){Reflect.defineProperty(k,N,{value:t,configurable:!0})}(q=t)
return q}async function ft(t){const e=st(t)
if(void 0===q){Y??=lt(e).then(mt).finally(()=>Y=void 0)
await Y}return pt(q,e)}function _t(t){const e=st(t)
return void 0!==q?pt(q,e):mt(function(t){ot()
let e
try{if(void 0!==t.module){e=nt(t.module)
return dt(ht(e),t)}const r=ct(t)
if(void 0!==r){const e=ut(ht(r),t)
if(tt(e))return e}return c("LORA_E_SIMD",et)}catch(r){return it(r,t,e)}}(e))}async function gt(t){return lt(st(t))}var yt=class{h
c
d=0
constructor(t,e){this.h=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=M(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[N]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&c("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return y(t,"one of init or createEngine",r,o)}("engine",0,r,Z,"LORA_E_OPTION"):x(q??c("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}H(t,...e){this.d=function(t,e,...s){const o=t.b[e](...s)
o===r.LORA_E_MEMORY&&c("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.v().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&d(o,e)
t.w()
return o}(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?d(r,t):r}j(){0===this.d&&d(r.LORA_E_HANDLE,"after free()")}u(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.k(),...0===this.d?{freed:!0}:this.p()}}k(){return{}}p(){return{}}},bt=["A","B"],wt=(t,e)=>v(t,e,1,16384,"LORA_E_SHAPE"),Ot=class extends yt{constructor(t,e,r,o){super(t,e.engine)
this._=e.engine
this.$=r
this.m=r+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&c("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===i?wt("in",e.in):wt("dim",i),h=void 0===i?wt("out",e.out):n,u=v("rank",e.rank,1,64,"LORA_E_SHAPE"),d=A("alpha",e.alpha),l=v("batch",e.batch,1,1024),p=L("optimizer",e.optimizer,a),m=e.optimizer,f=v("seed",e.seed,0,2**32-1),_=I("sharedIO",e.sharedIO),g=void 0!==i
this.H("lora_create",n,h,u,d,void 0===e.learningRate?this.c.b.lora_default_rate(p,n):E("learningRate",e.learningRate),p,f,(g?1:0)+(_?2:0),r,o,l)
this.dim=n
this.in=n
this.out=h
this.rank=u
this.alpha=d
this.batch=l
this.seed=f
this.sharedIO=_
this.residual=g
this.optimizer=m
try{this.q(s,{})}catch(t){this.u()
throw t}}f(t){return t}n(t,e,...r){return this.a(t,this.f(e),...r)}k(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,e){for(const[s,o,i]of function(t){const{learningRate:e}=j("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,E("learningRate",e)]]}(e)){const e=this.c.b.lora_set_option(this.d,t,o,i)
e===r.LORA_E_RANGE&&c("LORA_E_RANGE",`${s} is out of its range, got ${i}; see the types`)
e<0&&d(e,s)}}I(t){const e=this.f(t),[r,s]=bt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}J(t,e){const r=this.f(t),{A:s,B:o}=j("setWeights",e,{A:void 0,B:void 0})
b("setWeights: A (rank, in)",s,this.rank*this.in)
b("setWeights: B (rank, out)",o,this.rank*this.out)
const{b:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.d,r,s,a):i.lora_check(o)
h<0&&d(h,"setWeights")}})}},At=["sum","mean"],vt={loss:"mse",delta:1,reduction:"sum"},Et=class extends Ot{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
r=this.input
s=1
K(){this.j()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}L(t,e,r){const s=this.f(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){b("forward: x",e,this.in)
void 0!==r&&b("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.b.lora_forward(this.d,s,1,i)
n<0&&this.i(n,"forward",s)
if(void 0!==e){this.K()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}M(t,e){const r=this.f(t),s=this.c
let o=0
if(void 0!==e){b("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.i(i,"adapt",r)}N(t,e=this.batch,r){const s=this.f(t),o=this.c,i="number"==typeof e,n=i?v("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):w("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&b("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.b.lora_forward(this.d,s,n,i?0:1)
a<0&&this.i(a,"forwardBatch",s)
this.s=n
if(i&&void 0===r)return
const h=this.aa(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}aa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.r.length===s&&this.r.byteOffset===r||(this.r=e.o(r,s))
return this.r}O(t,e){const r=this.f(t),s=this.c
let o=this.s
if(void 0!==e){o=w("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.i(i,"adaptBatch",r)}z(t,e,r,s,o){const n=this.f(t),a=this.c
let h=0,u=1,d=0
if(void 0!==o){const t=j("learn",o,vt)
h=L("loss",t.loss,i)
d=R("reduction",t.reduction,At)
u=function(t,e){const r=A(t,e)
r>0||c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta)
1===d&&2===h&&c("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}b("learn: x",e,s*this.in)
b("learn: target",r,s*this.out)
a.g.set(e)
a.g.set(r,e.length)
const l=a.b.lora_learn(this.d,n,s,h,u,d)
l<-1&&this.i(l,"learn",n)
this.s=s
return l}P(t,e,r,s){const o=w("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}Q(t,e){const r=this.f(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,A("reward",e))
i<0&&this.i(i,"adaptWithReward",r)}i(t,e,s){if(t===r.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&c("LORA_E_NONFINITE",`${e}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}d(t,e)}},Rt=x
function Lt(t){const e=Rt(t)
e.K()
return e}var It=class extends T{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
P(this)}get input(){return Lt(this).input}get output(){return Lt(this).output}get gradient(){return Lt(this).gradient}get inputs(){return Lt(this).inputs}get outputs(){return Lt(this).outputs}get gradients(){return Lt(this).gradients}get paramCount(){return Rt(this).a("param_count")}get learningRate(){return Rt(this).x}set learningRate(t){const e=E("learningRate",t)
Rt(this).q(s,{learningRate:e})}},St="MicroLoRA",jt=x,$t=class extends Et{p(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},Nt=class extends It{constructor(t){const e=j(St,t,n)
super(new $t(St,e,1,0))}forward(t,e){return jt(this).L(0,t,e)}adapt(t){jt(this).M(0,t)}forwardBatch(t,e){return jt(this).N(0,t,e)}adaptBatch(t){jt(this).O(0,t)}learn(t,e,r){return jt(this).z(0,t,e,1,r)}learnBatch(t,e,r){return jt(this).P(0,t,e,r)}adaptWithReward(t){jt(this).Q(0,t)}get deltaNorm(){return jt(this).a("delta_norm",0)}get adaptCount(){return jt(this).a("adapt_count",0)}get forwardCount(){return jt(this).a("forward_count",0)}getWeights(){return jt(this).I(0)}setWeights(t){
jt(this).J(0,t)}reset(){jt(this).a("reset",s)}},MicroLoRA=class extends Nt{static h=U("MicroLoRA",this)},kt=t=>Object.freeze(t.split(" ")),Mt=/* @__PURE__ */kt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Ft=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */kt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */kt("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */kt("Aggregate GroupBy"),shaping:/* @__PURE__ */kt("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */kt("VectorDistance Rerank")}),Pt=/* @__PURE__ */kt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),xt="ScopedLoRA",Bt=x,Tt={...n,scopes:void 0,categories:void 0,categoryFallback:!0},Ct=class extends Et{constructor(t){
const e=j(xt,t,Tt),r=void 0===e.scopes?Mt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||y("scopes","an array of names",t)
v("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&c("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Ft:{})
const o=function(t,e){S(t)&&Object.values(t).every(Array.isArray)||y("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&c("LORA_E_SCOPE",`categories: there is no scope ${p(t)}${f(t,[...e.keys()])}`)
r.has(s)&&c("LORA_E_OPTION",`categories: ${l(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=I("categoryFallback",e.categoryFallback)
super(xt,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ha=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(i)}k(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.k(),scopes:t,categories:e,categoryFallback:r}}p(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(I("categoryFallback",t)))
this.categoryFallback=t}f(t){return"string"==typeof t?this.ha.get(t)??c("LORA_E_SCOPE",`there is no scope ${l(t)}${f(t,this.scopes)}`):v("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},zt=class extends It{constructor(t){super(new Ct(t))}get scopes(){return Bt(this).scopes}get categories(){return Bt(this).categories}scopeName(t){const e=Bt(this)
e.j()
return e.scopes[e.f(t)]}forward(t,e,r){return Bt(this).L(t,e,r)}adapt(t,e){Bt(this).M(t,e)}forwardBatch(t,e,r){return Bt(this).N(t,e,r)}adaptBatch(t,e){Bt(this).O(t,e)}learn(t,e,r,s){return Bt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Bt(this).P(t,e,r,s)}adaptWithReward(t,e){Bt(this).Q(t,e)}deltaNorm(t){return Bt(this).n("delta_norm",t)}adaptCount(t){return Bt(this).n("adapt_count",t)}forwardCount(t){return Bt(this).n("forward_count",t)}get totalAdaptCount(){
return Bt(this).a("total_adapt_count")}get totalForwardCount(){return Bt(this).a("total_forward_count")}get categoryFallback(){return Bt(this).categoryFallback}set categoryFallback(t){Bt(this).Z(t)}getWeights(t){return Bt(this).I(t)}setWeights(t,e){Bt(this).J(t,e)}reset(t){const e=Bt(this)
e.a("reset",void 0===t?s:e.f(t))}},ScopedLoRA=class extends zt{static h=U("ScopedLoRA",this)},Wt="TrajectoryBuffer",Dt=x,Ht=2**32-1,Jt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Gt(t,e){const r=A(t,e)
r<=0&&c("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Ut=/* @__PURE__ */new Map([["operator",0],["attention",1]]),qt=class extends yt{constructor(t){const e=j(Wt,t,Jt)
super(Wt,e.engine)
this.capacity=v("capacity",e.capacity,1,Ht)
this.dim=v("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=v("operators",e.operators,1,256)
this.H("lora_trajectory_create",this.capacity,this.dim,this.operators)}k(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}p(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends T{static h=U(Wt,this)
constructor(t){const e=new qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
P(this)}record(t,e,r,s,o){const i=Dt(this)
b("embedding",t,i.dim)
v("operator",e,0,i.operators-1)
v("attention",r,0,255)
Gt("executionMs",s)
Gt("baselineMs",o)
const{b:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.d,e,r,s,o)
h<0&&d(h,"record")}get length(){return Dt(this).a("trajectory_length")}get totalCount(){return Dt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Dt(this).a("trajectory_success_rate")}get bestImprovement(){return Dt(this).a("trajectory_best_improvement")}get meanImprovement(){return Dt(this).a("trajectory_mean_improvement")}get variance(){return Dt(this).a("trajectory_variance")}get bestAttention(){return Dt(this).a("trajectory_best_attention")}
highQualityCount(t){return Dt(this).a("trajectory_high_quality_count",A("threshold",t))}countByOperator(t){const e=Dt(this)
v("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Dt(this)
v("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&y("filter: keep","a function",t)
return[...this].filter(t)}top(t){v("top: count",t,0,Ht)
const e=Array.from({length:this.length},(t,e)=>({improvement:Dt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=L("statistics: by",t,Ut),r=(t,r)=>Dt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){v("sample: count",t,0,Ht)
const r=j("sample",e,{by:"uniform",seed:1}),s=1===R("sample: by",r.by,["uniform","improvement"]),o=v("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&c("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Dt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Dt(this).a("trajectory_reset")}}
function Yt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||c("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
b(t,o,r)
return o}var Qt=class{constructor(t,e){this.h=t
this.e=e}l(){return x(this.e).l()}u(){this.e.free()}},Vt=class extends Qt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Yt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Kt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Zt=x,WasmMicroLoRA=class extends T{constructor(t,e,r){const s=new MicroLoRA(Kt(t,e,r))
super(new Vt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Zt(this).inputAddress}get_output_ptr(){return Zt(this).outputAddress}forward(){Zt(this).forward(0)}forward_array(t){return Zt(this).forwardArray(0,t)}adapt(){Zt(this).prepare(0)
Zt(this).e.adapt()}adapt_array(t){const e=Yt("adapt_array: gradient",t,Zt(this).e.dim)
Zt(this).prepare(0)
Zt(this).e.adapt(e)}adapt_with_reward(t){Zt(this).prepare(0)
Zt(this).e.adaptWithReward(t)}delta_norm(){return Zt(this).e.deltaNorm}adapt_count(){return BigInt(Zt(this).e.adaptCount)}forward_count(){return BigInt(Zt(this).e.forwardCount-Zt(this).hidden(0))}param_count(){return Zt(this).e.paramCount}dim(){return Zt(this).e.dim}reset(){Zt(this).e.reset()
Zt(this).reset()}},Xt=x,WasmScopedLoRA=class extends T{constructor(t,e,r){const s=new ScopedLoRA(Kt(t,e,r))
super(new Vt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Mt[t]:void 0)??c("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Xt(this).inputAddress}get_output_ptr(){return Xt(this).outputAddress}forward(t){Xt(this).forward(t)}forward_array(t,e){return Xt(this).forwardArray(t,e)}adapt(t){Xt(this).prepare(t)
Xt(this).e.adapt(t)}adapt_array(t,e){const r=Yt("adapt_array: gradient",e,Xt(this).e.dim)
Xt(this).prepare(t)
Xt(this).e.adapt(t,r)}adapt_with_reward(t,e){Xt(this).prepare(t)
Xt(this).e.adaptWithReward(t,e)}delta_norm(t){return Xt(this).e.deltaNorm(t)}adapt_count(t){return BigInt(Xt(this).e.adaptCount(t))}forward_count(t){return BigInt(Xt(this).e.forwardCount(t)-Xt(this).hidden(t))}total_adapt_count(){return BigInt(Xt(this).e.totalAdaptCount)}total_forward_count(){return BigInt(Xt(this).e.totalForwardCount-Xt(this).hiddenInAll)}set_category_fallback(t){Xt(this).e.categoryFallback=t
Xt(this).forget()}reset_scope(t){Xt(this).e.reset(t)
Xt(this).reset(t)}reset_all(){Xt(this).e.reset()
Xt(this).reset()}},te=t=>x(t).e,WasmTrajectoryBuffer=class extends T{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Qt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Yt("record: embedding",t,te(this).dim)
te(this).record(i,e,r,s,o)}success_rate(){return te(this).successRate}best_improvement(){return te(this).bestImprovement}mean_improvement(){return te(this).meanImprovement}variance(){return te(this).variance}best_attention(){return te(this).bestAttention}high_quality_count(t){return te(this).highQualityCount(t)}count_by_operator(t){return te(this).countByOperator(t)}len(){return te(this).length}total_count(){return BigInt(te(this).totalCount)}is_empty(){return te(this).isEmpty}reset(){
te(this).reset()}}
export{Ft as DEFAULT_CATEGORIES,Mt as DEFAULT_SCOPES,LoraError,MicroLoRA,Pt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,gt as createEngine,ft as default,_t as initSync,e as wasm}

