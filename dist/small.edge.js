/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./small.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=4294967295,s="; the full edition, 'microlora', has more",o=/* @__PURE__ */new Map([["mse",0]]),i={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},a=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),n=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[n]:super[Symbol.hasInstance](e)}get[n](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function h(t,e,r){throw new LoraError(t,e,r)}var c={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${s}`}
function u(t,r){const s=Object.keys(e),[o]=s.filter(r=>e[r]===t)
h(o,`${r}: ${c[o]??o}`)}var d=t=>t.length>80?`${t.slice(0,79)}…`:t,l=t=>d(JSON.stringify(t))
function m(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function p(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=m(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${d(s)}?)`}var f=t=>Object.prototype.toString.call(t).slice(8,-1),g=t=>"string"==typeof t?l(t):d(Object(t)===t?f(t):String(t)),_=(t,e,r,s="LORA_E_TYPE")=>h(s,`${t} must be ${e}, got ${g(r)}`)
function y(t,e,r){const s=w(t,e)
s!==r&&h("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function b(t,e,r,s){const o=w(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&h("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function w(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===f(e))||_(t,"a Float32Array",e)
return e.length}function O(t,e){"number"!=typeof e&&_(t,"a number",e)
Number.isFinite(Math.fround(e))||h("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function A(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&_(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&h(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function E(t,e){const r=O(t,e)
r<0&&h("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function v(t,e,r){const o=r.indexOf(e)
o<0&&h("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${g(e)}`+p(e,r)+s)
return o}function R(t,e,r){return r.get(e)??v(t,e,[...r.keys()])}function L(t,e){"boolean"!=typeof e&&_(t,"true or false",e)
return e}function S(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function I(t,e,r){S(e)||_(`${t}: the argument`,"an object of options",e)
for(const o of Object.keys(e))if(!Object.hasOwn(r,o)){const e=Object.keys(r)
h("LORA_E_OPTION",`${t} has no option ${d(o)}${p(o,e)}; it has ${e.join(", ")}`+s)}}function $(t,e,r){I(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var j,N=/* @__PURE__ */Symbol.for("microlora 0.1.0"),k=globalThis
function M(t){const e=t?.[N]
"function"==typeof e&&e()
const r=j
j=void 0
return r}var F=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,N,{value:e=>{void 0===e?j=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:M(t)??_("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return M(this)?.k??"Object"}toJSON(){return x(this).x()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=M(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.x(),e)}`}}
function P(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:x}=F,B=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),T=class extends F{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[B],configurable:!0})}free(){x(this).y()}[B](){this.free()}},C=[1,2,3,4,5],z=[[1,0,2,0,-1],[0,1,0,-2,1]],D=[[1,2,0,0,4],[0,2,4,0,-2]],W=[1,0,-1,2,.5],H=[2,3,1,4,10],G=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],U=/* @__PURE__ */new Map
function J(t,e){U.set(t,e)
return t}var q,Y,Q=4293918720,V="this is not the microlora.wasm of this release: take the one beside this script",K=(t=16777216)=>A("memory (bytes)",t,131072,Q),Z=class{k="Engine"
N=!0
cb=U
f=new Float32Array(0)
Z="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
7!==e.lora_version?.()&&h("LORA_E_MODULE",V)
this._=e.memory
this.d={...e}
this.$=1===this.d.lora_simd()}x(){return{simd:this.$,memoryUsage:this.O()}}O(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}q(t,e){return new Float32Array(this._.buffer,t>>>0,e)}aa(t){this.d.lora_grow(t)<0&&h("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.z()}z(){const t=this.d
this.f=this.q(t.lora_transfer(),t.lora_transfer_size())}},X=x,Engine=class extends F{constructor(t,e,r){const s=new Z(t)
s.N=r
s.aa(e)
super(s)
this.simd=s.$
P(this)}get memory(){return X(this)._}get memoryUsage(){return X(this).O()}grow(t){X(this).aa(A("grow: bytes",t,1,Q))}},tt=t=>function(t){const{d:e,f:r}=t,s=e.lora_create(5,5,z.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(C)
e.lora_forward(s,0,1,1)
const i=t.q(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[z,D].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(H)
r.set(W)
e.lora_adapt(s,0,1,1)
const a=o(G)
e.lora_free(s)
return i&&a}(X(t)),et="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",rt=t=>"WebAssembly.Module"===f(t)
function st(t){const e=$("init",void 0===t||S(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&h("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:K(e.memory),simd:void 0===e.simd?void 0:L("simd",e.simd),warnings:L("warnings",e.warnings)}}function ot(){"object"!=typeof WebAssembly&&h("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function it(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&h("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&h("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||rt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":V:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
h("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function at(t){if(rt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===f(t))(t))return t
h("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${f(t)}`)}async function nt(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function ht(t){const e=rt(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function ct(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
if(rt(r))return r
try{return new WebAssembly.Module(r)}catch(t){if(t instanceof RangeError)return r
if(WebAssembly.validate(r))throw t
return}}var ut=(t,{memory:e,warnings:r})=>new Engine(t,K(e),r)
function dt(t,e){const r=ut(t,e)
tt(r)||h("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==r.simd&&h("LORA_E_SIMD",`the module given is the ${r.simd?"SIMD":"scalar"} build`)
return r}async function lt(t){ot()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(f(e))&&(e=await fetch(e))
if("Response"===f(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||h("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return at(e)}(t.module)
return dt(await nt(e),t)}const r=ct(t)
if(void 0!==r){const e=ut(await nt(r),t)
if(tt(e))return e}!0===t.simd&&h("LORA_E_SIMD",et)
const s=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>h("LORA_E_SIMD",et,t)),o=ut(await nt(s),t)
tt(o)||h("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return it(r,t,e)}}function mt(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&h("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(k,N,{value:t,configurable:!0})}(t)
return t}async function pt(t){const e=st(t)
if(void 0===q){Y??=lt(e).then(t=>q??=t).finally(()=>Y=void 0)
await Y}return mt(q,e)}function ft(t){const e=st(t)
q??=function(t){ot()
let e
try{if(void 0!==t.module){e=at(t.module)
return dt(ht(e),t)}const r=ct(t)
if(void 0!==r){const e=ut(ht(r),t)
if(tt(e))return e}return h("LORA_E_SIMD",et)}catch(r){return it(r,t,e)}}(e)
return mt(q,e)}async function gt(t){return lt(st(t))}var _t=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=M(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[N]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&h("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return _(t,"one of init or createEngine",r,o)}("engine",0,r,Z,"LORA_E_OPTION"):x(q??h("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}E(t,...r){this.e=function(t,r,...s){const o=t.d[r](...s)
o===e.LORA_E_MEMORY&&h("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.O().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&u(o,r)
t.z()
return o}(this.c,t,...r)
this.c.Z?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?u(r,t):r}i(){0===this.e&&u(e.LORA_E_HANDLE,"after free()")}y(){if(0!==this.e){this.c.Z?.unregister(this)
this.a("free")
this.e=0}}x(){return{...this.l(),...0===this.e?{freed:!0}:this.u()}}l(){return{}}u(){return{}}},yt=["A","B"],bt=(t,e)=>A(t,e,1,16384,"LORA_E_SHAPE"),wt=class extends _t{constructor(t,e,s,o){super(t,e.engine)
this.r=e.engine
this.Ka=s
this.C=s+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&h("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const n=void 0===i?bt("in",e.in):bt("dim",i),c=void 0===i?bt("out",e.out):n,u=A("rank",e.rank,1,64,"LORA_E_SHAPE"),d=O("alpha",e.alpha),l=A("batch",e.batch,1,1024),m=R("optimizer",e.optimizer,a),p=e.optimizer,f=A("seed",e.seed,0,2**32-1),g=L("sharedIO",e.sharedIO),_=void 0!==i
this.E("lora_create",n,c,u,d,void 0===e.learningRate?this.c.d.lora_default_rate(m,n):E("learningRate",e.learningRate),m,f,(_?1:0)+(g?2:0),s,o,l)
this.dim=n
this.in=n
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=f
this.sharedIO=g
this.residual=_
this.optimizer=p
try{this.F(r,{})}catch(t){this.y()
throw t}}g(t){return t}w(t,e,...r){return this.a(t,this.g(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get P(){return this.a("option",0,0)}F(t,r){for(const[s,o,i]of function(t){const{learningRate:e}=$("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,E("learningRate",e)]]}(r)){const r=this.c.d.lora_set_option(this.e,t,o,i)
r===e.LORA_E_RANGE&&h("LORA_E_RANGE",`${s} is out of its range, got ${i}; see the types`)
r<0&&u(r,s)}}ba(t){const e=this.g(t),[r,s]=yt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}ca(t,e){const r=this.g(t),{A:s,B:o}=$("setWeights",e,{A:void 0,B:void 0})
y("setWeights: A (rank, in)",s,this.rank*this.in)
y("setWeights: B (rank, out)",o,this.rank*this.out)
const{d:i,f:a}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let n=0;n<this.rank;n++){a.set(e.subarray(n*o,(n+1)*o))
const h=t?i.lora_write_row(this.e,r,s,n):i.lora_check(o)
h<0&&u(h,"setWeights")}})}},Ot=["sum","mean"],At={loss:void 0,delta:void 0,reduction:void 0},Et=class extends wt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
G=this.input
D=1
n(){this.i()
if(0===this.input.length){this.inputs=this.Q("lora_input",this.in)
this.outputs=this.Q("lora_output",this.out)
this.gradients=this.Q("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}Q(t,e){const r=this.c,s=r.d[t](this.e),o=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.q(s+i*o,e)))}da(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){y("forward: x",e,this.in)
void 0!==r&&y("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.d.lora_forward(this.e,s,1,i)
a<0&&this.m(a,"forward",s)
if(void 0!==e){this.n()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}H(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){y("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.d.lora_adapt(this.e,r,1,o)
i<0&&this.m(i,"adapt",r)}ea(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?A("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):b("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&y("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.d.lora_forward(this.e,s,a,i?0:1)
n<0&&this.m(n,"forwardBatch",s)
this.D=a
if(i&&void 0===r)return
const h=this.La(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}La(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.G.length===s&&this.G.byteOffset===r||(this.G=e.q(r,s))
return this.G}fa(t,e){const r=this.g(t),s=this.c
let o=this.D
if(void 0!==e){o=b("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.d.lora_adapt(this.e,r,o,void 0===e?0:1)
i<0&&this.m(i,"adaptBatch",r)}o(t,e,r,s,i){const a=this.g(t),n=this.c
let c=0,u=1,d=0
if(void 0!==i){I("learn",i,At)
const t=i
void 0!==t.loss&&(c=R("loss",t.loss,o))
void 0!==t.reduction&&(d=v("reduction",t.reduction,Ot))
void 0!==t.delta&&(u=function(t,e){const r=O(t,e)
r>0||h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}("delta",t.delta))
1===d&&2===c&&h("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}y("learn: x",e,s*this.in)
y("learn: target",r,s*this.out)
n.f.set(e)
n.f.set(r,e.length)
const l=n.d.lora_learn(this.e,a,s,c,u,d)
l<-1&&this.m(l,"learn",a)
this.D=s
return l}ga(t,e,r,s){const o=b("learnBatch: X",e,this.in,this.batch)
return this.o(t,e,r,o,s)}ha(t,e){const r=this.g(t),{c:s,e:o}=this,i=s.d.lora_adapt_with_reward(o,r,O("reward",e))
i<0&&this.m(i,"adaptWithReward",r)}m(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&h("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}u(t,r)}},vt=x
function Rt(t){const e=vt(t)
e.n()
return e}var Lt=class extends T{constructor(t){super(t)
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
P(this)}get input(){return Rt(this).input}get output(){return Rt(this).output}get gradient(){return Rt(this).gradient}get inputs(){return Rt(this).inputs}get outputs(){return Rt(this).outputs}get gradients(){return Rt(this).gradients}get paramCount(){return vt(this).a("param_count")}get learningRate(){return vt(this).P}set learningRate(t){const e=E("learningRate",t)
vt(this).F(r,{learningRate:e})}},St="MicroLoRA",It=x,$t=class extends Et{u(){return{learningRate:this.P,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},jt=class extends Lt{constructor(t){const e=$(St,t,i)
super(new $t(St,e,1,0))}forward(t,e){return It(this).da(0,t,e)}adapt(t){It(this).H(0,t)}forwardBatch(t,e){return It(this).ea(0,t,e)}adaptBatch(t){It(this).fa(0,t)}learn(t,e,r){return It(this).o(0,t,e,1,r)}learnBatch(t,e,r){return It(this).ga(0,t,e,r)}adaptWithReward(t){It(this).ha(0,t)}get deltaNorm(){return It(this).a("delta_norm",0)}get adaptCount(){return It(this).a("adapt_count",0)}get forwardCount(){return It(this).a("forward_count",0)}getWeights(){return It(this).ba(0)}setWeights(t){
It(this).ca(0,t)}reset(){It(this).a("reset",r)}},MicroLoRA=class extends jt{static k=J("MicroLoRA",this)},Nt=t=>Object.freeze(t.split(" ")),kt=/* @__PURE__ */Nt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Mt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */Nt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */Nt("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */Nt("Aggregate GroupBy"),shaping:/* @__PURE__ */Nt("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */Nt("VectorDistance Rerank")}),Ft="ScopedLoRA",Pt=x,xt={...i,scopes:void 0,categories:void 0,categoryFallback:!0},Bt=class extends Et{constructor(t){const e=$(Ft,t,xt),r=void 0===e.scopes?kt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||_("scopes","an array of names",t)
A("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&h("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Mt:{})
const o=function(t,e){S(t)&&Object.values(t).every(Array.isArray)||_("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&h("LORA_E_SCOPE",`categories: there is no scope ${l(t)}${p(t,[...e.keys()])}`)
r.has(s)&&h("LORA_E_OPTION",`categories: ${d(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=L("categoryFallback",e.categoryFallback)
super(Ft,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.K=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.za(i)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}u(){return{learningRate:this.P,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}za(t){this.a("set_category_fallback",Number(L("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.K.get(t)??h("LORA_E_SCOPE",`there is no scope ${d(t)}${p(t,this.scopes)}`):A("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Tt=class extends Lt{constructor(t){super(new Bt(t))}get scopes(){return Pt(this).scopes}get categories(){return Pt(this).categories}scopeName(t){const e=Pt(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return Pt(this).da(t,e,r)}adapt(t,e){Pt(this).H(t,e)}forwardBatch(t,e,r){return Pt(this).ea(t,e,r)}adaptBatch(t,e){Pt(this).fa(t,e)}learn(t,e,r,s){return Pt(this).o(t,e,r,1,s)}learnBatch(t,e,r,s){return Pt(this).ga(t,e,r,s)}adaptWithReward(t,e){Pt(this).ha(t,e)}deltaNorm(t){return Pt(this).w("delta_norm",t)}adaptCount(t){return Pt(this).w("adapt_count",t)}forwardCount(t){return Pt(this).w("forward_count",t)}get totalAdaptCount(){
return Pt(this).a("total_adapt_count")}get totalForwardCount(){return Pt(this).a("total_forward_count")}get categoryFallback(){return Pt(this).categoryFallback}set categoryFallback(t){Pt(this).za(t)}getWeights(t){return Pt(this).ba(t)}setWeights(t,e){Pt(this).ca(t,e)}reset(t){const e=Pt(this)
e.a("reset",void 0===t?r:e.g(t))}},ScopedLoRA=class extends Tt{static k=J("ScopedLoRA",this)},Ct="TrajectoryBuffer",zt=x,Dt=2**32-1,Wt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Ht(t,e){const r=O(t,e)
r<=0&&h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Gt={probability:1,limit:1/0,stopped:!1},Ut=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Jt=class extends _t{constructor(t){const e=$(Ct,t,Wt)
super(Ct,e.engine)
this.capacity=A("capacity",e.capacity,1,Dt)
this.dim=A("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=A("operators",e.operators,1,256)
this.E("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}u(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends T{static k=J(Ct,this)
constructor(t){const e=new Jt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
P(this)}record(t,e,r,s,o,i){const a=zt(this)
y("embedding",t,a.dim)
A("operator",e,0,a.operators-1)
A("attention",r,0,255)
Ht("executionMs",s)
Ht("baselineMs",o)
const n=void 0===i?void 0:function(t){const{probability:e,limit:r,stopped:s}=$("record",t,Gt)
O("probability",e)>0&&Number(e)<=1||h("LORA_E_RANGE",`probability must be above 0 and at most 1, got ${e}`)
r!==1/0&&Ht("limit",r)
return[Number(e),Number(r),Number(L("stopped",s))]}(i),{d:c,f:d}=a.c,{e:l}=a
d.set(t)
const m=void 0===n?c.lora_trajectory_record(l,e,r,s,o):c.lora_trajectory_record_decision(l,e,r,s,o,...n)
m<0&&u(m,"record")}get length(){return zt(this).a("trajectory_length")}get totalCount(){return zt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return zt(this).a("trajectory_success_rate")}get bestImprovement(){return zt(this).a("trajectory_best_improvement")}get meanImprovement(){return zt(this).a("trajectory_mean_improvement")}get variance(){return zt(this).a("trajectory_variance")}get bestAttention(){return zt(this).a("trajectory_best_attention")}
highQualityCount(t){return zt(this).a("trajectory_high_quality_count",O("threshold",t))}countByOperator(t){const e=zt(this)
A("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=zt(this)
A("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4),probability:r(5),limit:r(6),stopped:1===r(7)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&_("filter: keep","a function",t)
return[...this].filter(t)}top(t){A("top: count",t,0,Dt)
const e=Array.from({length:this.length},(t,e)=>({improvement:zt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=R("statistics: by",t,Ut),r=(t,r)=>zt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){A("sample: count",t,0,Dt)
const r=$("sample",e,{by:"uniform",seed:1}),s=1===v("sample: by",r.by,["uniform","improvement"]),o=A("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&h("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(zt(this).a("trajectory_draw",Number(s),o,e)))}reset(){zt(this).a("trajectory_reset")}}
function qt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||h("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
y(t,o,r)
return o}var Yt=class{constructor(t,e){this.k=t
this.h=e}x(){return x(this.h).x()}y(){this.h.free()}},Qt=class extends Yt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,qt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Vt=/* @__PURE__ */Nt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Kt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Zt=x,WasmMicroLoRA=class extends T{constructor(t,e,r){const s=new MicroLoRA(Kt(t,e,r))
super(new Qt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Zt(this).inputAddress}get_output_ptr(){return Zt(this).outputAddress}forward(){Zt(this).forward(0)}forward_array(t){return Zt(this).forwardArray(0,t)}adapt(){Zt(this).prepare(0)
Zt(this).h.adapt()}adapt_array(t){const e=qt("adapt_array: gradient",t,Zt(this).h.dim)
Zt(this).prepare(0)
Zt(this).h.adapt(e)}adapt_with_reward(t){Zt(this).prepare(0)
Zt(this).h.adaptWithReward(t)}delta_norm(){return Zt(this).h.deltaNorm}adapt_count(){return BigInt(Zt(this).h.adaptCount)}forward_count(){return BigInt(Zt(this).h.forwardCount-Zt(this).hidden(0))}param_count(){return Zt(this).h.paramCount}dim(){return Zt(this).h.dim}reset(){Zt(this).h.reset()
Zt(this).reset()}},Xt=x,WasmScopedLoRA=class extends T{constructor(t,e,r){const s=new ScopedLoRA(Kt(t,e,r))
super(new Qt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?kt[t]:void 0)??h("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Xt(this).inputAddress}get_output_ptr(){return Xt(this).outputAddress}forward(t){Xt(this).forward(t)}forward_array(t,e){return Xt(this).forwardArray(t,e)}adapt(t){Xt(this).prepare(t)
Xt(this).h.adapt(t)}adapt_array(t,e){const r=qt("adapt_array: gradient",e,Xt(this).h.dim)
Xt(this).prepare(t)
Xt(this).h.adapt(t,r)}adapt_with_reward(t,e){Xt(this).prepare(t)
Xt(this).h.adaptWithReward(t,e)}delta_norm(t){return Xt(this).h.deltaNorm(t)}adapt_count(t){return BigInt(Xt(this).h.adaptCount(t))}forward_count(t){return BigInt(Xt(this).h.forwardCount(t)-Xt(this).hidden(t))}total_adapt_count(){return BigInt(Xt(this).h.totalAdaptCount)}total_forward_count(){return BigInt(Xt(this).h.totalForwardCount-Xt(this).hiddenInAll)}set_category_fallback(t){Xt(this).h.categoryFallback=t
Xt(this).forget()}reset_scope(t){Xt(this).h.reset(t)
Xt(this).reset(t)}reset_all(){Xt(this).h.reset()
Xt(this).reset()}},te=t=>x(t).h,WasmTrajectoryBuffer=class extends T{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Yt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=qt("record: embedding",t,te(this).dim)
te(this).record(i,e,r,s,o)}success_rate(){return te(this).successRate}best_improvement(){return te(this).bestImprovement}mean_improvement(){return te(this).meanImprovement}variance(){return te(this).variance}best_attention(){return te(this).bestAttention}high_quality_count(t){return te(this).highQualityCount(t)}count_by_operator(t){return te(this).countByOperator(t)}len(){return te(this).length}total_count(){return BigInt(te(this).totalCount)}is_empty(){return te(this).isEmpty}reset(){
te(this).reset()}}
export{Vt as COMPAT_SCOPES,Mt as DEFAULT_CATEGORIES,kt as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,gt as createEngine,pt as default,ft as initSync}

