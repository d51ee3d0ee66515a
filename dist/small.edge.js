/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./small.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},r=4294967295,s="; the full edition, 'microlora', has more",o=/* @__PURE__ */new Map([["mse",0]]),i={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",learningRate:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},n=/* @__PURE__ */new Map([["sgd",0],["preconditioned",4]]),a=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[a]:super[Symbol.hasInstance](e)}get[a](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function h(t,e,r){throw new LoraError(t,e,r)}var c={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out",LORA_E_OPTION:`this edition lacks it${s}`}
function u(t,r){const s=Object.keys(e),[o]=s.filter(r=>e[r]===t)
h(o,`${r}: ${c[o]??o}`)}var d=t=>t.length>80?`${t.slice(0,79)}…`:t,l=t=>d(JSON.stringify(t))
function f(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const n=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(n,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function m(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=f(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${d(s)}?)`}var p=t=>Object.prototype.toString.call(t).slice(8,-1),g=t=>"string"==typeof t?l(t):d(Object(t)===t?p(t):String(t)),_=(t,e,r,s="LORA_E_TYPE")=>h(s,`${t} must be ${e}, got ${g(r)}`)
function y(t,e,r){const s=w(t,e)
s!==r&&h("LORA_E_SHAPE",`${t} must have ${r} numbers, got ${s}`)}function b(t,e,r,s){const o=w(t,e),i=o/r;(!Number.isInteger(i)||i<1||i>s)&&h("LORA_E_SHAPE",`${t} must have 1 to ${s} rows of ${r} numbers${s>1024?"":` ({ batch: ${s} } when it was created)`}, got ${o} numbers`)
return i}function w(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===p(e))||_(t,"a Float32Array",e)
return e.length}function O(t,e){"number"!=typeof e&&_(t,"a number",e)
Number.isFinite(Math.fround(e))||h("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function A(t,e,r,s,o="LORA_E_RANGE"){"number"!=typeof e&&_(t,"a number",e);(!Number.isInteger(e)||e<r||e>s)&&h(o,`${t} must be a whole number from ${r} to ${s}, got ${e}`)
return e}function E(t,e){const r=O(t,e)
r<0&&h("LORA_E_RANGE",`${t} must not be negative, got ${r}`)
return r}function v(t,e,r){const o=r.indexOf(e)
o<0&&h("LORA_E_OPTION",`${t} must be one of ${r.join(", ")}, got ${g(e)}`+m(e,r)+s)
return o}function R(t,e,r){return r.get(e)??v(t,e,[...r.keys()])}function L(t,e){"boolean"!=typeof e&&_(t,"true or false",e)
return e}function S(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function I(t,e,r){S(e)||_(`${t}: the argument`,"an object of options",e)
for(const o of Object.keys(e))if(!Object.hasOwn(r,o)){const e=Object.keys(r)
h("LORA_E_OPTION",`${t} has no option ${d(o)}${m(o,e)}; it has ${e.join(", ")}`+s)}}function j(t,e,r){I(t,e,r)
const s={...r}
for(const[t,r]of Object.entries(e))void 0!==r&&(s[t]=r)
return s}var $,k=/* @__PURE__ */Symbol.for("microlora 0.1.0"),N=globalThis
function M(t){const e=t?.[k]
"function"==typeof e&&e()
const r=$
$=void 0
return r}var F=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,k,{value:e=>{void 0===e?$=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:M(t)??_("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return M(this)?.k??"Object"}toJSON(){return B(this).q()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=M(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.q(),e)}`}}
function T(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:B}=F,P=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),C=class extends F{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[P],configurable:!0})}free(){B(this).w()}[P](){this.free()}},x=[1,2,3,4,5],W=[[1,0,2,0,-1],[0,1,0,-2,1]],z=[[1,2,0,0,4],[0,2,4,0,-2]],D=[1,0,-1,2,.5],H=[2,3,1,4,10],J=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],U=/* @__PURE__ */new Map
function G(t,e){U.set(t,e)
return t}var q,Y,V=4293918720,X="this is not the microlora.wasm of this release: take the one beside this script",K=(t=16777216)=>A("memory (bytes)",t,131072,V),Z=class{k="Engine"
G=!0
Ca=U
g=new Float32Array(0)
R="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.d.lora_free(t)):void 0
constructor(t){const e=t.exports
6!==e.lora_version?.()&&h("LORA_E_MODULE",X)
this.S=e.memory
this.d={...e}
this.T=1===this.d.lora_simd()}q(){return{simd:this.T,memoryUsage:this.H()}}H(){return{used:this.d.lora_memory_used(),free:this.d.lora_memory_free(),largestFree:this.d.lora_memory_largest_free()}}n(t,e){return new Float32Array(this.S.buffer,t>>>0,e)}U(t){this.d.lora_grow(t)<0&&h("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.r()}r(){const t=this.d
this.g=this.n(t.lora_transfer(),t.lora_transfer_size())}},Q=B,Engine=class extends F{constructor(t,e,r){const s=new Z(t)
s.G=r
s.U(e)
super(s)
this.simd=s.T
T(this)}get memory(){return Q(this).S}get memoryUsage(){return Q(this).H()}grow(t){Q(this).U(A("grow: bytes",t,1,V))}},tt=t=>function(t){const{d:e,g:r}=t,s=e.lora_create(5,5,W.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(x)
e.lora_forward(s,0,1,1)
const i=t.n(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[W,z].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(H)
r.set(D)
e.lora_adapt(s,0,1,1)
const n=o(J)
e.lora_free(s)
return i&&n}(Q(t)),et="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",rt=t=>"WebAssembly.Module"===p(t)
function st(t){const e=j("init",void 0===t||S(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0,warnings:!0})
void 0!==e.module&&void 0!==e.module_or_path&&h("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:K(e.memory),simd:void 0===e.simd?void 0:L("simd",e.simd),warnings:L("warnings",e.warnings)}}function ot(){"object"!=typeof WebAssembly&&h("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function it(t,{module:e},r){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&h("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&h("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const s=void 0!==e&&void 0===r?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===r||rt(r)||WebAssembly.validate(r)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":X:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
h("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${s}`,t)}function nt(t){if(rt(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===p(t))(t))return t
h("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${p(t)}`)}async function at(t){const e=await WebAssembly.instantiate(t,{})
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
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(p(e))&&(e=await fetch(e))
if("Response"===p(e)){const{ok:t,url:r,status:s,headers:o}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||h("LORA_E_MODULE",`${r} answered ${s} ${o.get("Content-Type")}, no wasm: put the file there`)}return nt(e)}(t.module)
return dt(await at(e),t)}const r=ct(t)
if(void 0!==r){const e=ut(await at(r),t)
if(tt(e))return e}!0===t.simd&&h("LORA_E_SIMD",et)
const s=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>h("LORA_E_SIMD",et,t)),o=ut(await at(s),t)
tt(o)||h("LORA_E_MODULE","WebAssembly computes wrongly here")
return o}catch(r){return it(r,t,e)}}function ft(t,e){const{used:r,free:s}=t.memoryUsage;(void 0!==e.memory&&e.memory>r+s||void 0!==e.simd&&e.simd!==t.simd)&&h("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
!function(t){Reflect.defineProperty(N,k,{value:t,configurable:!0})}(t)
return t}async function mt(t){const e=st(t)
if(void 0===q){Y??=lt(e).then(t=>q??=t).finally(()=>Y=void 0)
await Y}return ft(q,e)}function pt(t){const e=st(t)
q??=function(t){ot()
let e
try{if(void 0!==t.module){e=nt(t.module)
return dt(ht(e),t)}const r=ct(t)
if(void 0!==r){const e=ut(ht(r),t)
if(tt(e))return e}return h("LORA_E_SIMD",et)}catch(r){return it(r,t,e)}}(e)
return ft(q,e)}async function gt(t){return lt(st(t))}var _t=class{k
c
e=0
constructor(t,e){this.k=t
this.c=void 0!==(r=e)?function(t,e,r,s,o){const i=M(r)
if(i instanceof s)return i
void 0===i&&void 0!==function(t){let e
const r=t?.[k]
"function"==typeof r&&r(t=>e=t)
return e}(r)&&h("LORA_E_OPTION",`${t} belongs to another copy of microlora: two are loaded here; import one of them only, or give load the engine`)
return _(t,"one of init or createEngine",r,o)}("engine",0,r,Z,"LORA_E_OPTION"):B(q??h("LORA_E_INIT","call `await init()` (or initSync()) first"))
var r}I(t,...r){this.e=function(t,r,...s){const o=t.d[r](...s)
o===e.LORA_E_MEMORY&&h("LORA_E_MEMORY",`the arena is full: this needs ${t.d.lora_memory_wanted()} bytes in one piece, and ${t.H().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
o<0&&u(o,r)
t.r()
return o}(this.c,t,...r)
this.c.R?.register(this,this.e,this)}a(t,...e){const r=this.c.d[`lora_${t}`](this.e,...e)
return r<-1?u(r,t):r}i(){0===this.e&&u(e.LORA_E_HANDLE,"after free()")}w(){if(0!==this.e){this.c.R?.unregister(this)
this.a("free")
this.e=0}}q(){return{...this.l(),...0===this.e?{freed:!0}:this.s()}}l(){return{}}s(){return{}}},yt=["A","B"],bt=(t,e)=>A(t,e,1,16384,"LORA_E_SHAPE"),wt=class extends _t{constructor(t,e,s,o){super(t,e.engine)
this.x=e.engine
this.sa=s
this.t=s+o
const{dim:i}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===i?2:0)&&h("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const a=void 0===i?bt("in",e.in):bt("dim",i),c=void 0===i?bt("out",e.out):a,u=A("rank",e.rank,1,64,"LORA_E_SHAPE"),d=O("alpha",e.alpha),l=A("batch",e.batch,1,1024),f=R("optimizer",e.optimizer,n),m=e.optimizer,p=A("seed",e.seed,0,2**32-1),g=L("sharedIO",e.sharedIO),_=void 0!==i
this.I("lora_create",a,c,u,d,void 0===e.learningRate?this.c.d.lora_default_rate(f,a):E("learningRate",e.learningRate),f,p,(_?1:0)+(g?2:0),s,o,l)
this.dim=a
this.in=a
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=p
this.sharedIO=g
this.residual=_
this.optimizer=m
try{this.y(r,{})}catch(t){this.w()
throw t}}h(t){return t}o(t,e,...r){return this.a(t,this.h(e),...r)}l(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get J(){return this.a("option",0,0)}y(t,r){for(const[s,o,i]of function(t){const{learningRate:e}=j("options",t,{learningRate:void 0})
return void 0===e?[]:[["learningRate",0,E("learningRate",e)]]}(r)){const r=this.c.d.lora_set_option(this.e,t,o,i)
r===e.LORA_E_RANGE&&h("LORA_E_RANGE",`${s} is out of its range, got ${i}; see the types`)
r<0&&u(r,s)}}V(t){const e=this.h(t),[r,s]=yt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.g.subarray(0,s),t*s)}return o})
return{A:r,B:s}}W(t,e){const r=this.h(t),{A:s,B:o}=j("setWeights",e,{A:void 0,B:void 0})
y("setWeights: A (rank, in)",s,this.rank*this.in)
y("setWeights: B (rank, out)",o,this.rank*this.out)
const{d:i,g:n}=this.c
for(const t of[!1,!0])[s,o].forEach((e,s)=>{const o=0===s?this.in:this.out
for(let a=0;a<this.rank;a++){n.set(e.subarray(a*o,(a+1)*o))
const h=t?i.lora_write_row(this.e,r,s,a):i.lora_check(o)
h<0&&u(h,"setWeights")}})}},Ot=["sum","mean"],At={loss:void 0,delta:void 0,reduction:void 0},Et=class extends wt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
z=this.input
u=1
p(){this.i()
if(0===this.input.length){this.inputs=this.K("lora_input",this.in)
this.outputs=this.K("lora_output",this.out)
this.gradients=this.K("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}K(t,e){const r=this.c,s=r.d[t](this.e),o=r.d.lora_stride(e)*Float32Array.BYTES_PER_ELEMENT
return Object.freeze(Array.from({length:this.batch},(t,i)=>r.n(s+i*o,e)))}X(t,e,r){const s=this.h(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){y("forward: x",e,this.in)
void 0!==r&&y("forward: out",r,this.out)
o.g.set(e)
i=1}const n=o.d.lora_forward(this.e,s,1,i)
n<0&&this.j(n,"forward",s)
if(void 0!==e){this.p()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}C(t,e){const r=this.h(t),s=this.c
let o=0
if(void 0!==e){y("adapt: gradient",e,this.out)
s.g.set(e)
o=1}const i=s.d.lora_adapt(this.e,r,1,o)
i<0&&this.j(i,"adapt",r)}Y(t,e=this.batch,r){const s=this.h(t),o=this.c,i="number"==typeof e,n=i?A("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):b("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&y("forwardBatch: out",r,n*this.out)
i||o.g.set(e)
const a=o.d.lora_forward(this.e,s,n,i?0:1)
a<0&&this.j(a,"forwardBatch",s)
this.u=n
if(i&&void 0===r)return
const h=this.ta(n)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}ta(t){const e=this.c,r=e.d.lora_packed_output(this.e,t)>>>0,s=t*this.out
this.z.length===s&&this.z.byteOffset===r||(this.z=e.n(r,s))
return this.z}Z(t,e){const r=this.h(t),s=this.c
let o=this.u
if(void 0!==e){o=b("adaptBatch: G",e,this.out,this.batch)
s.g.set(e)}const i=s.d.lora_adapt(this.e,r,o,void 0===e?0:1)
i<0&&this.j(i,"adaptBatch",r)}m(t,e,r,s,i){const n=this.h(t),a=this.c
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
a.g.set(e)
a.g.set(r,e.length)
const l=a.d.lora_learn(this.e,n,s,c,u,d)
l<-1&&this.j(l,"learn",n)
this.u=s
return l}_(t,e,r,s){const o=b("learnBatch: X",e,this.in,this.batch)
return this.m(t,e,r,o,s)}$(t,e){const r=this.h(t),{c:s,e:o}=this,i=s.d.lora_adapt_with_reward(o,r,O("reward",e))
i<0&&this.j(i,"adaptWithReward",r)}j(t,r,s){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",s)
t>1e9&&h("LORA_E_NONFINITE",`${r}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate keeps it from growing`)}u(t,r)}},vt=B
function Rt(t){const e=vt(t)
e.p()
return e}var Lt=class extends C{constructor(t){super(t)
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
T(this)}get input(){return Rt(this).input}get output(){return Rt(this).output}get gradient(){return Rt(this).gradient}get inputs(){return Rt(this).inputs}get outputs(){return Rt(this).outputs}get gradients(){return Rt(this).gradients}get paramCount(){return vt(this).a("param_count")}get learningRate(){return vt(this).J}set learningRate(t){const e=E("learningRate",t)
vt(this).y(r,{learningRate:e})}},St="MicroLoRA",It=B,jt=class extends Et{s(){return{learningRate:this.J,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},$t=class extends Lt{constructor(t){const e=j(St,t,i)
super(new jt(St,e,1,0))}forward(t,e){return It(this).X(0,t,e)}adapt(t){It(this).C(0,t)}forwardBatch(t,e){return It(this).Y(0,t,e)}adaptBatch(t){It(this).Z(0,t)}learn(t,e,r){return It(this).m(0,t,e,1,r)}learnBatch(t,e,r){return It(this)._(0,t,e,r)}adaptWithReward(t){It(this).$(0,t)}get deltaNorm(){return It(this).a("delta_norm",0)}get adaptCount(){return It(this).a("adapt_count",0)}get forwardCount(){return It(this).a("forward_count",0)}getWeights(){return It(this).V(0)}setWeights(t){
It(this).W(0,t)}reset(){It(this).a("reset",r)}},MicroLoRA=class extends $t{static k=G("MicroLoRA",this)},kt=t=>Object.freeze(t.split(" ")),Nt=/* @__PURE__ */kt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Mt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */kt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */kt("Join NestedLoopJoin HashJoin MergeJoin"),
aggregation:/* @__PURE__ */kt("Aggregate GroupBy"),shaping:/* @__PURE__ */kt("Filter Project Sort Limit Materialize"),vector:/* @__PURE__ */kt("VectorDistance Rerank")}),Ft="ScopedLoRA",Tt=B,Bt={...i,scopes:void 0,categories:void 0,categoryFallback:!0},Pt=class extends Et{constructor(t){const e=j(Ft,t,Bt),r=void 0===e.scopes?Nt:function(t){Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||_("scopes","an array of names",t)
A("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&h("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),s=new Map(r.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Mt:{})
const o=function(t,e){S(t)&&Object.values(t).every(Array.isArray)||_("categories","an object of arrays of scope names",t)
const r=/* @__PURE__ */new Set,s=t=>{const s=e.get(t)
void 0===s&&h("LORA_E_SCOPE",`categories: there is no scope ${l(t)}${m(t,[...e.keys()])}`)
r.has(s)&&h("LORA_E_OPTION",`categories: ${d(t)} is there twice`)
r.add(s)
return s}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(s))}(e.categories,s),i=L("categoryFallback",e.categoryFallback)
super(Ft,e,r.length,o.length)
this.scopes=r
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.Ba=s
this.categoryFallback=i
o.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.ra(i)}l(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.l(),scopes:t,categories:e,categoryFallback:r}}s(){return{learningRate:this.J,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}ra(t){this.a("set_category_fallback",Number(L("categoryFallback",t)))
this.categoryFallback=t}h(t){return"string"==typeof t?this.Ba.get(t)??h("LORA_E_SCOPE",`there is no scope ${d(t)}${m(t,this.scopes)}`):A("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},Ct=class extends Lt{constructor(t){super(new Pt(t))}get scopes(){return Tt(this).scopes}get categories(){return Tt(this).categories}scopeName(t){const e=Tt(this)
e.i()
return e.scopes[e.h(t)]}forward(t,e,r){return Tt(this).X(t,e,r)}adapt(t,e){Tt(this).C(t,e)}forwardBatch(t,e,r){return Tt(this).Y(t,e,r)}adaptBatch(t,e){Tt(this).Z(t,e)}learn(t,e,r,s){return Tt(this).m(t,e,r,1,s)}learnBatch(t,e,r,s){return Tt(this)._(t,e,r,s)}adaptWithReward(t,e){Tt(this).$(t,e)}deltaNorm(t){return Tt(this).o("delta_norm",t)}adaptCount(t){return Tt(this).o("adapt_count",t)}forwardCount(t){return Tt(this).o("forward_count",t)}get totalAdaptCount(){
return Tt(this).a("total_adapt_count")}get totalForwardCount(){return Tt(this).a("total_forward_count")}get categoryFallback(){return Tt(this).categoryFallback}set categoryFallback(t){Tt(this).ra(t)}getWeights(t){return Tt(this).V(t)}setWeights(t,e){Tt(this).W(t,e)}reset(t){const e=Tt(this)
e.a("reset",void 0===t?r:e.h(t))}},ScopedLoRA=class extends Ct{static k=G("ScopedLoRA",this)},xt="TrajectoryBuffer",Wt=B,zt=2**32-1,Dt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Ht(t,e){const r=O(t,e)
r<=0&&h("LORA_E_RANGE",`${t} must be above 0, got ${r}`)
return r}var Jt=/* @__PURE__ */new Map([["operator",0],["attention",1]]),Ut=class extends _t{constructor(t){const e=j(xt,t,Dt)
super(xt,e.engine)
this.capacity=A("capacity",e.capacity,1,zt)
this.dim=A("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=A("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}l(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}s(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends C{static k=G(xt,this)
constructor(t){const e=new Ut(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
T(this)}record(t,e,r,s,o){const i=Wt(this)
y("embedding",t,i.dim)
A("operator",e,0,i.operators-1)
A("attention",r,0,255)
Ht("executionMs",s)
Ht("baselineMs",o)
const{d:n,g:a}=i.c
a.set(t)
const h=n.lora_trajectory_record(i.e,e,r,s,o)
h<0&&u(h,"record")}get length(){return Wt(this).a("trajectory_length")}get totalCount(){return Wt(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Wt(this).a("trajectory_success_rate")}get bestImprovement(){return Wt(this).a("trajectory_best_improvement")}get meanImprovement(){return Wt(this).a("trajectory_mean_improvement")}get variance(){return Wt(this).a("trajectory_variance")}get bestAttention(){return Wt(this).a("trajectory_best_attention")}
highQualityCount(t){return Wt(this).a("trajectory_high_quality_count",O("threshold",t))}countByOperator(t){const e=Wt(this)
A("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Wt(this)
A("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.g.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&_("filter: keep","a function",t)
return[...this].filter(t)}top(t){A("top: count",t,0,zt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Wt(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=R("statistics: by",t,Jt),r=(t,r)=>Wt(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){A("sample: count",t,0,zt)
const r=j("sample",e,{by:"uniform",seed:1}),s=1===v("sample: by",r.by,["uniform","improvement"]),o=A("sample: seed",r.seed,0,2**32-1)
t>0&&this.isEmpty&&h("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Wt(this).a("trajectory_draw",Number(s),o,e)))}reset(){Wt(this).a("trajectory_reset")}}
function Gt(t,e,r){if(e instanceof Float32Array)return e
const s=null!==e&&"object"==typeof e?Array.from(e):[]
0!==s.length&&s.every(t=>"number"==typeof t)||h("LORA_E_TYPE",`${t} must be an array of ${r} numbers`)
const o=Float32Array.from(s)
y(t,o,r)
return o}var qt=class{constructor(t,e){this.k=t
this.f=e}q(){return B(this.f).q()}w(){this.f.free()}},Yt=class extends qt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Gt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},Vt=/* @__PURE__ */kt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Xt=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),Kt=B,WasmMicroLoRA=class extends C{constructor(t,e,r){const s=new MicroLoRA(Xt(t,e,r))
super(new Yt("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return Kt(this).inputAddress}get_output_ptr(){return Kt(this).outputAddress}forward(){Kt(this).forward(0)}forward_array(t){return Kt(this).forwardArray(0,t)}adapt(){Kt(this).prepare(0)
Kt(this).f.adapt()}adapt_array(t){const e=Gt("adapt_array: gradient",t,Kt(this).f.dim)
Kt(this).prepare(0)
Kt(this).f.adapt(e)}adapt_with_reward(t){Kt(this).prepare(0)
Kt(this).f.adaptWithReward(t)}delta_norm(){return Kt(this).f.deltaNorm}adapt_count(){return BigInt(Kt(this).f.adaptCount)}forward_count(){return BigInt(Kt(this).f.forwardCount-Kt(this).hidden(0))}param_count(){return Kt(this).f.paramCount}dim(){return Kt(this).f.dim}reset(){Kt(this).f.reset()
Kt(this).reset()}},Zt=B,WasmScopedLoRA=class extends C{constructor(t,e,r){const s=new ScopedLoRA(Xt(t,e,r))
super(new Yt("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Nt[t]:void 0)??h("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return Zt(this).inputAddress}get_output_ptr(){return Zt(this).outputAddress}forward(t){Zt(this).forward(t)}forward_array(t,e){return Zt(this).forwardArray(t,e)}adapt(t){Zt(this).prepare(t)
Zt(this).f.adapt(t)}adapt_array(t,e){const r=Gt("adapt_array: gradient",e,Zt(this).f.dim)
Zt(this).prepare(t)
Zt(this).f.adapt(t,r)}adapt_with_reward(t,e){Zt(this).prepare(t)
Zt(this).f.adaptWithReward(t,e)}delta_norm(t){return Zt(this).f.deltaNorm(t)}adapt_count(t){return BigInt(Zt(this).f.adaptCount(t))}forward_count(t){return BigInt(Zt(this).f.forwardCount(t)-Zt(this).hidden(t))}total_adapt_count(){return BigInt(Zt(this).f.totalAdaptCount)}total_forward_count(){return BigInt(Zt(this).f.totalForwardCount-Zt(this).hiddenInAll)}set_category_fallback(t){Zt(this).f.categoryFallback=t
Zt(this).forget()}reset_scope(t){Zt(this).f.reset(t)
Zt(this).reset(t)}reset_all(){Zt(this).f.reset()
Zt(this).reset()}},Qt=t=>B(t).f,WasmTrajectoryBuffer=class extends C{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new qt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Gt("record: embedding",t,Qt(this).dim)
Qt(this).record(i,e,r,s,o)}success_rate(){return Qt(this).successRate}best_improvement(){return Qt(this).bestImprovement}mean_improvement(){return Qt(this).meanImprovement}variance(){return Qt(this).variance}best_attention(){return Qt(this).bestAttention}high_quality_count(t){return Qt(this).highQualityCount(t)}count_by_operator(t){return Qt(this).countByOperator(t)}len(){return Qt(this).length}total_count(){return BigInt(Qt(this).totalCount)}is_empty(){return Qt(this).isEmpty}reset(){
Qt(this).reset()}}
export{Vt as COMPAT_SCOPES,Mt as DEFAULT_CATEGORIES,Nt as DEFAULT_SCOPES,LoraError,MicroLoRA,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,gt as createEngine,mt as default,pt as initSync}

